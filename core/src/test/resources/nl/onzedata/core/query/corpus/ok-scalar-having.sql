-- accepted
-- uses: x.h.type group
-- a figure that is left out is no figure
SELECT type, COUNT(*) AS n, (SELECT COUNT(*) FROM x.h HAVING COUNT(*) >= 5) AS alle FROM x.h GROUP BY type
