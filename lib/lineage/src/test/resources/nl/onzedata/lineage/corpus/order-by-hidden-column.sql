-- direct: p_id <- x.p.p_id IDENTITY
-- direct: naam <- x.p.naam IDENTITY
-- indirect: x.p.geb_jaar SORT
-- indirect: x.p.p_id SORT
-- rows: x.p
-- named: x.p.geb_jaar:ORDER x.p.naam:SELECT x.p.p_id:ORDER x.p.p_id:SELECT
-- ordered
SELECT p_id, naam FROM x.p ORDER BY geb_jaar DESC, p_id OFFSET 2 ROWS FETCH NEXT 5 ROWS ONLY
