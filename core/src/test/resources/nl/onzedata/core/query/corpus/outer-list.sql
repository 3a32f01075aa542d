-- refused: UNSUPPORTED
-- a list of figures
SELECT wijk, LISTAGG(type, ',') AS alle FROM (SELECT w.wijk, h.type, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk, h.type) AS a GROUP BY wijk
