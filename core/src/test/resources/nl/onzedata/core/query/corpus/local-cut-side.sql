-- refused: CUT-SIDE
-- more than three: one number further
SELECT wijk, COUNT(*) AS n FROM x.p WHERE vaak > 3 GROUP BY wijk
