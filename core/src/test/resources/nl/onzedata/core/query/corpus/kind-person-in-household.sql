-- refused: KIND
-- persons and households are two kinds: a cell would have to be safe for both
SELECT h.type, COUNT(*) AS n FROM x.m AS m JOIN x.h AS h ON m.hh_id = h.hh_id GROUP BY h.type
