-- accepted
-- uses: x.h.type group
SELECT type, COUNT(*) AS n FROM x.h GROUP BY type
