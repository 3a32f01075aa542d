-- refused: NONADD
-- who came to wijk a and to wijk b is in both: they do not add up to the total
SELECT COUNT(DISTINCT p_id) AS n, COUNT(DISTINCT p_id) FILTER (WHERE wijk = 'a') AS a FROM x.v
