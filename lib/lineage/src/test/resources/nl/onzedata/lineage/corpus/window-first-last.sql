-- direct: bezoek_id <- x.v.bezoek_id IDENTITY
-- direct: f <- x.v.kosten TRANSFORMATION
-- indirect: f <- x.v.bezoek_id WINDOW
-- indirect: f <- x.v.wijk WINDOW
-- direct: l <- x.v.kosten TRANSFORMATION
-- indirect: l <- x.v.bezoek_id WINDOW
-- indirect: l <- x.v.wijk WINDOW
-- rows: x.v
-- named: x.v.bezoek_id:SELECT x.v.bezoek_id:WINDOW x.v.kosten:MEASURE x.v.wijk:WINDOW
SELECT bezoek_id, first_value(kosten) OVER (PARTITION BY wijk ORDER BY bezoek_id) AS f, last_value(kosten) OVER (PARTITION BY wijk ORDER BY bezoek_id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS l FROM x.v
