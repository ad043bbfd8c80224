package news.piton.canary.intruder.depot.internal;

public class Shelf {}
