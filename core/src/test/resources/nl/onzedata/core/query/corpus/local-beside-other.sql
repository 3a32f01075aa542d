-- refused: PARTS
-- two facts out of the same rows say something about each other
SELECT wijk, COUNT(*) FILTER (WHERE vaak >= 3) AS n, COUNT(*) FILTER (WHERE duurste > 500) AS m FROM x.p GROUP BY wijk
