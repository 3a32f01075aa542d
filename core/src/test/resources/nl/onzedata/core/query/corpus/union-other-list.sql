-- refused: STRING
-- codes of two lists in one column
SELECT 1 AS deel, type AS soort, COUNT(*) AS n FROM x.h GROUP BY type UNION ALL SELECT 2, w.wijk, COUNT(*) FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk
