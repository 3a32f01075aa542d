-- accepted
-- uses: x.h.type filter
-- figures without keys
SELECT 1 AS deel, COUNT(*) AS n FROM x.h UNION ALL SELECT 2, COUNT(*) FROM x.h WHERE type = 'koop' UNION ALL SELECT 3, COUNT(*) FROM x.h WHERE type = 'huur'
