package news.piton.core.host.importing;

/** Who watches over a running import: is told how far it is, and can have it stopped. */
public interface ImportWatch {

    /** Called about a hundred times for a module's whole file, however large it is, and once at its end. */
    void progressed(Step step);

    /** Asked often: true stops the import after the piece at hand. */
    boolean stopRequested();

    /**
     * How far one module is.
     *
     * @param bytes of the file, of {@code size}
     * @param pieces that it has looked at: imported, known or skipped
     */
    record Step(String module, long bytes, long size, long pieces) {

        @Override
        public String toString() {
            long percent = size == 0 ? 100 : Math.min(100, bytes * 100 / size);
            return "%s: %3d %%, %,d pieces".formatted(module, percent, pieces);
        }
    }
}
