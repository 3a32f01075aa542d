-- refused: FAN-OUT
SELECT w.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id CROSS JOIN (VALUES (1), (2), (3)) AS k(k) GROUP BY w.wijk
