-- refused: UNSUPPORTED
SELECT h.type, COUNT(*) AS n FROM x.h AS h LEFT JOIN (SELECT woning_id FROM x.w WHERE huur_laag) AS w ON h.woning_id = w.woning_id GROUP BY h.type
