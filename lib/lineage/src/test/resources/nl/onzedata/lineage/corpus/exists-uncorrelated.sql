-- indirect: x.v.kosten FILTER
-- rows: x.h x.v
-- named: x.v.bezoek_id:SELECT x.v.dag:SELECT x.v.kosten:FILTER x.v.kosten:SELECT x.v.p_id:SELECT x.v.wijk:SELECT
SELECT count(*) AS n FROM x.h WHERE EXISTS (SELECT * FROM x.v WHERE kosten > 100)
