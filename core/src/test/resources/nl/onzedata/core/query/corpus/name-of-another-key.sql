-- refused: NAME
-- a wijk that is called a type
SELECT w.wijk AS type, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk
