-- refused: PARTS
-- nor in two figures beside each other
SELECT a.n AS laag_n, b.n AS koop_n FROM (SELECT COUNT(*) AS n FROM x.h WHERE arm) AS a CROSS JOIN (SELECT COUNT(*) AS n FROM x.h WHERE type = 'koop') AS b
