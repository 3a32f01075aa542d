-- direct: wijk <- x.p.wijk IDENTITY
-- direct: p_id <- x.p.p_id IDENTITY
-- indirect: x.p.geb_jaar FILTER WINDOW
-- indirect: x.p.p_id FILTER WINDOW
-- indirect: x.p.wijk FILTER WINDOW
-- rows: x.p
-- named: x.p.geb_jaar:WINDOW x.p.p_id:SELECT x.p.p_id:WINDOW x.p.wijk:SELECT x.p.wijk:WINDOW
SELECT wijk, p_id FROM x.p QUALIFY row_number() OVER (PARTITION BY wijk ORDER BY geb_jaar DESC, p_id) = 1
