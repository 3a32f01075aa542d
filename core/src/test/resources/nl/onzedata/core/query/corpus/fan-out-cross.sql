-- refused: FAN-OUT
SELECT COUNT(*) AS n FROM x.h AS a CROSS JOIN x.w AS b
