-- accepted
-- uses: x.h.spaart filter, x.h.type group
-- so may how many are not missing
SELECT type, COUNT(spaart) AS n FROM x.h GROUP BY type
