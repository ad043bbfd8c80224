package news.piton.canary.undeclared.shop;

class Stray {}
