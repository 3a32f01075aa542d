-- accepted
-- uses: x.wmo.sinds time
-- a date beside a moment
SELECT COUNT(*) AS n FROM x.wmo WHERE sinds >= TIMESTAMP '2026-04-01 00:00:00'
