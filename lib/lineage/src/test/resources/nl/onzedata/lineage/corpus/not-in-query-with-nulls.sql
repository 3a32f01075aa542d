-- direct: woning_id <- x.w.woning_id IDENTITY
-- indirect: x.p.wijk FILTER
-- indirect: x.w.wijk FILTER
-- rows: x.p x.w
-- named: x.p.wijk:SELECT x.w.wijk:FILTER x.w.woning_id:SELECT
SELECT woning_id FROM x.w WHERE wijk NOT IN (SELECT wijk FROM x.p)
