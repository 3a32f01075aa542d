-- accepted
-- uses: x.h.type group
SELECT type, /* WHERE inkomen = 1 */ COUNT(*) AS n -- LIMIT 1
FROM x.h GROUP BY type
