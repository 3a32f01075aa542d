-- direct: i <- x.h.inkomen TRANSFORMATION
-- direct: s <- x.h.hh_id TRANSFORMATION
-- direct: e <- x.h.inkomen TRANSFORMATION
-- rows: x.h
-- named: x.h.hh_id:SELECT x.h.inkomen:SELECT
SELECT CAST(inkomen AS INTEGER) AS i, CAST(hh_id AS VARCHAR) AS s, CAST('2024-01-31' AS DATE) AS d, CAST(inkomen AS DECIMAL(18, 4)) AS e FROM x.h
