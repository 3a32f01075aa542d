-- accepted
-- uses: x.h.type filter
-- figures in one row
SELECT (SELECT COUNT(*) FROM x.h) AS n, (SELECT COUNT(*) FROM x.h WHERE type = 'koop') AS koop
