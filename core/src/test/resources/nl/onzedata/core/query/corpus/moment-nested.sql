-- refused: CUT-EXPR
-- the month of the first day of a year is always January
SELECT COUNT(*) AS n FROM x.me WHERE EXTRACT(MONTH FROM DATE_TRUNC('year', gemeld)) = 1
