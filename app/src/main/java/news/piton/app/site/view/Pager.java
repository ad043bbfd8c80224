package news.piton.app.site.view;

/**
 * The way through a long list.
 *
 * @param base the list's address, ending with {@code ?} or {@code &}
 * @param place the connection's pageInfo
 */
public record Pager(String base, Data place) {

    public boolean needed() {
        return newer() || older();
    }

    public boolean newer() {
        return place.flag("hasPreviousPage");
    }

    public boolean older() {
        return place.flag("hasNextPage");
    }

    public String newerLink() {
        return base + "before=" + encoded("startCursor");
    }

    public String olderLink() {
        return base + "after=" + encoded("endCursor");
    }

    private String encoded(String cursor) {
        return Frame.encoded(place.text(cursor));
    }
}
