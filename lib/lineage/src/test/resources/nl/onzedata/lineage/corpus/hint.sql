-- refused: UNSUPPORTED
SELECT /*+ no_index */ wijk FROM x.p
