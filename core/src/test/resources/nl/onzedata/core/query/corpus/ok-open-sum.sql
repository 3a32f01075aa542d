-- accepted
-- uses: x.h.type group, x.o.woz measure
-- a total of open figures that may not be shown one by one
SELECT type, 1.0 * COUNT(*) / (SELECT SUM(woz) FROM x.o) AS deel FROM x.h GROUP BY type
