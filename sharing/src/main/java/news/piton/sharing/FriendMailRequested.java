package news.piton.sharing;

import news.piton.core.outbox.EventType;

/** A reader wants a friend to get an article by mail. Who they are stands in our table, until the mail is out. */
public record FriendMailRequested(long friendMailId) {
    public static final EventType<FriendMailRequested> TYPE =
            new EventType<>("sharing.friend-mail-requested.v1", FriendMailRequested.class);
}
