<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="walls" tilewidth="16" tileheight="16" tilecount="12" columns="6">
 <image source="walls.png" width="96" height="32"/>
 <tile id="0" type="Tile">
  <properties>
   <property name="see" type="bool" value="false"/>
   <property name="shot" type="bool" value="false"/>
   <property name="walk" type="bool" value="false"/>
  </properties>
 </tile>
 <tile id="1" type="Tile">
  <properties>
   <property name="see" type="bool" value="false"/>
   <property name="shot" type="bool" value="false"/>
   <property name="walk" type="bool" value="false"/>
  </properties>
 </tile>
 <tile id="2" type="Tile">
  <properties>
   <property name="see" type="bool" value="false"/>
   <property name="shot" type="bool" value="false"/>
   <property name="surface" propertytype="Surface" value="tile"/>
   <property name="walk" type="bool" value="false"/>
  </properties>
 </tile>
 <tile id="3" type="Tile">
  <properties>
   <property name="shot" type="bool" value="false"/>
   <property name="surface" propertytype="Surface" value="glass"/>
   <property name="walk" type="bool" value="false"/>
  </properties>
 </tile>
 <tile id="4" type="Tile">
  <properties>
   <property name="surface" propertytype="Surface" value="metal"/>
   <property name="walk" type="bool" value="false"/>
  </properties>
 </tile>
 <tile id="5" type="Tile">
  <properties>
   <property name="climb" type="bool" value="true"/>
   <property name="walk" type="bool" value="false"/>
  </properties>
 </tile>
 <tile id="6" type="Tile">
  <properties>
   <property name="see" type="bool" value="false"/>
   <property name="shot" type="bool" value="false"/>
   <property name="surface" propertytype="Surface" value="rubble"/>
   <property name="walk" type="bool" value="false"/>
  </properties>
 </tile>
 <tile id="7" type="Tile">
  <properties>
   <property name="climb" type="bool" value="true"/>
   <property name="shot" type="bool" value="false"/>
   <property name="surface" propertytype="Surface" value="wood"/>
   <property name="walk" type="bool" value="false"/>
  </properties>
 </tile>
 <tile id="8" type="Tile">
  <properties>
   <property name="see" type="bool" value="false"/>
   <property name="shot" type="bool" value="false"/>
   <property name="surface" propertytype="Surface" value="wood"/>
   <property name="walk" type="bool" value="false"/>
  </properties>
 </tile>
 <tile id="9" type="Tile">
  <properties>
   <property name="see" type="bool" value="false"/>
   <property name="shot" type="bool" value="false"/>
   <property name="walk" type="bool" value="false"/>
  </properties>
 </tile>
 <tile id="10" type="Tile">
  <properties>
   <property name="see" type="bool" value="false"/>
   <property name="surface" propertytype="Surface" value="carpet"/>
  </properties>
 </tile>
 <tile id="11" type="Tile">
  <properties>
   <property name="surface" propertytype="Surface" value="metal"/>
   <property name="walk" type="bool" value="false"/>
  </properties>
 </tile>
 <wangsets>
  <wangset name="walls" type="corner" tile="-1">
   <wangcolor name="brick" color="#c85028" tile="0" probability="1"/>
   <wangcolor name="concrete" color="#50a0fa" tile="1" probability="1"/>
   <wangcolor name="lab" color="#78dca0" tile="2" probability="1"/>
   <wangcolor name="glass" color="#ffc800" tile="3" probability="1"/>
   <wangcolor name="fence" color="#9664ff" tile="4" probability="1"/>
   <wangcolor name="parapet" color="#64dcdc" tile="5" probability="1"/>
   <wangcolor name="rubble heap" color="#fa78fa" tile="6" probability="1"/>
   <wangcolor name="low barricade" color="#c8c8c8" tile="7" probability="1"/>
   <wangcolor name="shelf row" color="#c85028" tile="8" probability="1"/>
   <wangcolor name="burnt wall" color="#50a0fa" tile="9" probability="1"/>
   <wangcolor name="curtain" color="#78dca0" tile="10" probability="1"/>
   <wangcolor name="bars" color="#ffc800" tile="11" probability="1"/>
   <wangtile tileid="0" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="1" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="2" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="3" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="4" wangid="0,5,0,5,0,5,0,5"/>
   <wangtile tileid="5" wangid="0,6,0,6,0,6,0,6"/>
   <wangtile tileid="6" wangid="0,7,0,7,0,7,0,7"/>
   <wangtile tileid="7" wangid="0,8,0,8,0,8,0,8"/>
   <wangtile tileid="8" wangid="0,9,0,9,0,9,0,9"/>
   <wangtile tileid="9" wangid="0,10,0,10,0,10,0,10"/>
   <wangtile tileid="10" wangid="0,11,0,11,0,11,0,11"/>
   <wangtile tileid="11" wangid="0,12,0,12,0,12,0,12"/>
  </wangset>
 </wangsets>
</tileset>
