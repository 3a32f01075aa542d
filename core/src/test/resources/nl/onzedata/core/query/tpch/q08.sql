-- uses: tpch.customer.c_custkey link, tpch.customer.c_nationkey link, tpch.lineitem.l_discount measure, tpch.lineitem.l_extendedprice measure, tpch.lineitem.l_orderkey link, tpch.lineitem.l_partkey link, tpch.lineitem.l_suppkey link, tpch.nation.n_name filter, tpch.nation.n_nationkey link, tpch.nation.n_regionkey link, tpch.orders.o_custkey link, tpch.orders.o_orderdate filter, tpch.orders.o_orderdate group, tpch.orders.o_orderdate show, tpch.orders.o_orderkey link, tpch.part.p_partkey link, tpch.part.p_type filter, tpch.region.r_name filter, tpch.region.r_regionkey link, tpch.supplier.s_nationkey link, tpch.supplier.s_suppkey link
-- joins: tpch/orders.o_custkey = tpch/customer.c_custkey, tpch/lineitem.l_orderkey = tpch/orders.o_orderkey, tpch/lineitem.l_partkey = tpch/part.p_partkey, tpch/lineitem.l_suppkey = tpch/supplier.s_suppkey, tpch/customer.c_nationkey = tpch/nation.n_nationkey, tpch/supplier.s_nationkey = tpch/nation.n_nationkey, tpch/nation.n_regionkey = tpch/region.r_regionkey
SELECT o_year, SUM(CASE WHEN nation = 'BRAZIL' THEN volume ELSE 0 END) / SUM(volume) AS mkt_share
FROM (
  SELECT EXTRACT(YEAR FROM o_orderdate) AS o_year, l_extendedprice * (1 - l_discount) AS volume, n2.n_name AS nation
  FROM tpch.part, tpch.supplier, tpch.lineitem, tpch.orders, tpch.customer, tpch.nation n1, tpch.nation n2, tpch.region
  WHERE p_partkey = l_partkey AND s_suppkey = l_suppkey AND l_orderkey = o_orderkey AND o_custkey = c_custkey
    AND c_nationkey = n1.n_nationkey AND n1.n_regionkey = r_regionkey AND r_name = 'AMERICA'
    AND s_nationkey = n2.n_nationkey AND o_orderdate BETWEEN DATE '1995-01-01' AND DATE '1996-12-31'
    AND p_type = 'ECONOMY ANODIZED STEEL') AS all_nations
GROUP BY o_year
ORDER BY o_year
