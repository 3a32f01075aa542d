-- direct: p_id <- x.p.p_id IDENTITY
-- indirect: x.p.naam FILTER
-- rows: x.p
-- named: x.p.naam:FILTER x.p.p_id:SELECT
SELECT p_id FROM x.p WHERE naam LIKE 'A%' OR naam LIKE '%!_%' ESCAPE '!' OR naam NOT LIKE '_n%'
