-- indirect: k <- x.h.type CONDITIONAL
-- rows: x.h
-- named: x.h.type:SELECT
SELECT CASE type WHEN 'huur' THEN 1 WHEN 'koop' THEN 2 END AS k FROM x.h
