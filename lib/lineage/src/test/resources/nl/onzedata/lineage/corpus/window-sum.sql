-- direct: bezoek_id <- x.v.bezoek_id IDENTITY
-- direct: loop <- x.v.kosten AGGREGATION
-- indirect: loop <- x.v.bezoek_id WINDOW
-- indirect: loop <- x.v.dag WINDOW
-- indirect: loop <- x.v.wijk WINDOW
-- rows: x.v
-- named: x.v.bezoek_id:SELECT x.v.bezoek_id:WINDOW x.v.dag:WINDOW x.v.kosten:MEASURE x.v.wijk:WINDOW
SELECT bezoek_id, sum(kosten) OVER (PARTITION BY wijk ORDER BY dag, bezoek_id) AS loop FROM x.v
