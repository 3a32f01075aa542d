-- refused: TIME
-- the first day of a quarter is not the last of one
SELECT COUNT(*) AS n FROM x.wmo WHERE sinds <= DATE '2027-01-01'
