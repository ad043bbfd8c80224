package news.piton.canary.intruder.shop;

import news.piton.canary.intruder.depot.internal.Shelf;

class Thief {
    Shelf shelf = new Shelf();
}
