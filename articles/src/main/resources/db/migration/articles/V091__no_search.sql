-- What articles are found by has moved out of the database, into an index of each node.
DROP TABLE IF EXISTS articles_search;
