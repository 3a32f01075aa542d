-- accepted
-- uses: x.wmo.sinds time
-- from a first day to before one
SELECT COUNT(*) AS n FROM x.wmo WHERE sinds >= DATE '2026-04-01' AND sinds < DATE '2027-01-01'
