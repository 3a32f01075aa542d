-- accepted
-- uses: x.h.type group
SELECT t.type, t.n * 2 AS dubbel FROM (SELECT type, COUNT(*) AS n FROM x.h GROUP BY type) AS t WHERE t.n >= 2 ORDER BY t.n DESC, t.type
