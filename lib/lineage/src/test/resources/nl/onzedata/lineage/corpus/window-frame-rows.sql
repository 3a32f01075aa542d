-- direct: bezoek_id <- x.v.bezoek_id IDENTITY
-- direct: m <- x.v.kosten AGGREGATION
-- indirect: m <- x.v.bezoek_id WINDOW
-- rows: x.v
-- named: x.v.bezoek_id:SELECT x.v.bezoek_id:WINDOW x.v.kosten:MEASURE
SELECT bezoek_id, avg(kosten) OVER (ORDER BY bezoek_id ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS m FROM x.v
