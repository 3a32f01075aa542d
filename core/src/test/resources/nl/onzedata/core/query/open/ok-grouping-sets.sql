-- accepted
-- uses: y.buurt.buurt group, y.buurt.buurt show, y.buurt.wijk group, y.buurt.wijk show
SELECT b.wijk, b.buurt, COUNT(*) AS n FROM y.buurt b GROUP BY GROUPING SETS ((b.wijk), (b.wijk, b.buurt), ())
