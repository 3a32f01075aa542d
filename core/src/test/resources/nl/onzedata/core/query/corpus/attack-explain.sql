-- refused: *
EXPLAIN SELECT COUNT(*) AS n FROM x.h
