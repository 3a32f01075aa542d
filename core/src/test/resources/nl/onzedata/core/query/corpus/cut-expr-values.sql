-- refused: *
SELECT COUNT(*) AS n FROM x.h AS h JOIN (VALUES (34228)) AS k(k) ON h.inkomen <= k.k
