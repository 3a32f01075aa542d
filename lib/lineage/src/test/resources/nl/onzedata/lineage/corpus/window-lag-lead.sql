-- direct: bezoek_id <- x.v.bezoek_id IDENTITY
-- direct: vorig <- x.v.kosten TRANSFORMATION
-- indirect: vorig <- x.v.bezoek_id WINDOW
-- indirect: vorig <- x.v.p_id WINDOW
-- direct: later <- x.v.kosten TRANSFORMATION
-- indirect: later <- x.v.bezoek_id WINDOW
-- rows: x.v
-- named: x.v.bezoek_id:SELECT x.v.bezoek_id:WINDOW x.v.kosten:MEASURE x.v.p_id:WINDOW
SELECT bezoek_id, lag(kosten) OVER (PARTITION BY p_id ORDER BY bezoek_id) AS vorig, lead(kosten, 2) OVER (ORDER BY bezoek_id) AS later FROM x.v
