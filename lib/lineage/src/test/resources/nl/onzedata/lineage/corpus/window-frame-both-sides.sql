-- direct: bezoek_id <- x.v.bezoek_id IDENTITY
-- indirect: n <- x.v.bezoek_id WINDOW
-- indirect: n <- x.v.p_id WINDOW
-- rows: x.v
-- named: x.v.bezoek_id:SELECT x.v.bezoek_id:WINDOW x.v.p_id:WINDOW
SELECT bezoek_id, count(*) OVER (PARTITION BY p_id ORDER BY bezoek_id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) AS n FROM x.v
