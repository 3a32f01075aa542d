-- refused: STRING
-- a name of a wijk that is no key of the row
SELECT w.wijk, FIRST_VALUE(w.wijk) OVER (ORDER BY COUNT(*)) AS eerste FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk
