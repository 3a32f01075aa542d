-- refused: TIME
-- one day after a bound
SELECT COUNT(*) AS n FROM x.wmo WHERE sinds >= DATE '2026-04-02'
